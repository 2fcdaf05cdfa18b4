/** A file that was made, or why it cannot be made just now. */
export type MadeFile = { content: Uint8Array | string; type: string; name: string } | { unavailable: string };

/** A file for the browser to keep, or, when only shown, to open. Its name holds only what every system takes. */
export function exportFile(made: MadeFile, { shown = false } = {}): Response {
  if ("unavailable" in made) throw new Response(made.unavailable, { status: 503, headers: { "Retry-After": "60" } });
  const name = made.name.normalize("NFKD").replace(/[^A-Za-z0-9.]+/g, "-").replace(/^[-.]+|-+(?=\.)/g, "");
  return new Response(typeof made.content === "string" ? made.content : new Uint8Array(made.content), {
    headers: {
      "Content-Type": made.type,
      "Content-Disposition": `${shown ? "inline" : "attachment"}; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

/** A bundle for a court, a council or a monitor. */
export function bundleFile(made: { bytes: Uint8Array; name: string } | { unavailable: string }): Response {
  return exportFile("bytes" in made ? { content: made.bytes, type: "application/zip", name: made.name } : made);
}
