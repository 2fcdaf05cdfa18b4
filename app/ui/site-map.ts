import { element, escaped } from "~/editor/export/word/xml-text";

export type PublicAddresses = { documents: readonly { number: string; editions: readonly { number: number; createdAt: Date | string }[] }[]; recommendations: readonly { number: number }[]; plans: readonly { number: string; frozenAt: Date | string }[]; findings: readonly { number: number; publishedAt: Date | string }[]; rounds: readonly { id: string }[] };

const fixed = ["/library", "/library/recommendations", "/library/comment-rounds", "/library/findings", "/library/evidence", "/library/records-head", "/library/accessibility"];

/** The addresses of the library for search engines (sitemaps.org, at most 50,000). */
export function siteMapXml({ documents, recommendations, plans, findings, rounds }: PublicAddresses, origin: string): string {
  const pages = [
    ...fixed.map((path) => ({ path, changed: null })),
    ...documents.flatMap(({ number, editions }) => {
      const path = `/library/${encodeURIComponent(number)}`;
      return [{ path, changed: editions.at(-1)?.createdAt ?? null }, ...editions.map((edition) => ({ path: `${path}/editions/${edition.number}`, changed: edition.createdAt }))];
    }),
    ...recommendations.map(({ number }) => ({ path: `/library/recommendations/${number}`, changed: null })),
    ...plans.map(({ number, frozenAt }) => ({ path: `/library/plans/${encodeURIComponent(number)}`, changed: frozenAt })),
    ...findings.map(({ number, publishedAt }) => ({ path: `/library/findings/${number}`, changed: publishedAt })),
    ...rounds.map(({ id }) => ({ path: `/library/comment-rounds/${id}`, changed: null })),
  ];
  const addresses = pages.slice(0, 50_000).map(({ path, changed }) => {
    const when = changed ? element("lastmod", {}, new Date(changed).toISOString().slice(0, 10)) : "";
    return element("url", {}, element("loc", {}, escaped(origin + path)) + when);
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n${element("urlset", { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" }, addresses.join("\n"))}\n`;
}
