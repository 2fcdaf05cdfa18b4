/** What the server knows about a request before any page sees it. */
export type LoadContext = {
  nonce: string;
  requestId: string;
  clientAddress: string;
  /** What could not be done, when only a page that says so is asked for. */
  refused?: { status: number; words: string };
};

declare module "@remix-run/node" {
  // Remix's own way of typing the context of loaders and actions.
  interface AppLoadContext extends LoadContext {}
}
