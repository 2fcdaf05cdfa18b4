/** The options of the Remix plugin; vite.config.ts hands them over.
 * @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  ignoredRouteFiles: ["**/.*", "**/*.test.{ts,tsx}"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // An endpoint anybody may ask for any path: left off.
    v3_lazyRouteDiscovery: false,
  },
};
