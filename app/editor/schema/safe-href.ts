/** Longest link address kept, in characters. */
export const longestHref = 2000;

const hidden = /[\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\\]/;

/**
 * The address itself when a document may link to it, otherwise null.
 * Allowed: http, https, mailto, tel, and absolute paths on this site.
 * An address with a blank, control, invisible or backslash character is refused, never repaired:
 * browsers strip some of these, so what is checked would not be what is followed.
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== "string" || href === "" || href.length > longestHref || hidden.test(href)) return null;
  if (href.startsWith("/")) return href.startsWith("//") ? null : href;
  if (/^(mailto|tel):[^/]/i.test(href)) return href;
  return /^https?:\/\/[^/]/i.test(href) && isAddress(href) ? href : null;
}

function isAddress(href: string): boolean {
  try {
    return new URL(href).hostname !== "";
  } catch {
    return false;
  }
}
