/** Lets this page be opened again without a connection. A browser that cannot, works as before. */
export function openOffline(): void {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const build = (window as unknown as { __remixManifest?: { version: string } }).__remixManifest?.version ?? "";
  void navigator.serviceWorker
    .register(`/draft-worker.js?build=${encodeURIComponent(build)}`)
    .then(() => navigator.serviceWorker.ready)
    .then(async ({ active }) => {
      // Once the editor has come, all that it loaded is known.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name, location.href).pathname);
      active?.postMessage({ kind: "keep", path: location.pathname, loaded: [...new Set(loaded)] });
    })
    .catch(() => {});
}
