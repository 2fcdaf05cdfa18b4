import { vitePlugin as remix } from "@remix-run/dev";

export default {
  plugins: [remix({ future: { v3_fetcherPersist: true, v3_lazyRouteDiscovery: true, v3_relativeSplatPath: true, v3_singleFetch: true, v3_throwAbortReason: true } })],
  build: { target: "es2022", sourcemap: false },
};
