/** Fills an empty workplace; `print` writes a line where the person who starts the server sees it. */
export async function seed(_print: (line: string) => void): Promise<void> {}
