import type { LoaderFunctionArgs } from "@remix-run/node";

/** Search engines read the front page and the library, and nothing else. */
export function loader({ request }: LoaderFunctionArgs) {
  const lines = ["User-agent: *", "Allow: /$", "Allow: /library", "Allow: /assets/", "Disallow: /", `Sitemap: ${new URL(request.url).origin}/sitemap.xml`];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
