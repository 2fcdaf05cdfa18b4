/** The close codes of the socket that mean something to the page. */
export const closing = { refused: 4400, signedOut: 4401, gone: 4404, otherSchema: 4409, tooFast: 4429 } as const;
