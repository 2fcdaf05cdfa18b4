const begin = "clause_";

/** The bookmark that carries a clause's id through Word, or null when the id is too long for one (40 characters). */
export function bookmarkOf(clauseId: string): string | null {
  const name = begin + clauseId.replace(/_/g, "_u").replace(/-/g, "_d");
  return name.length <= 40 ? name : null;
}

/** The clause id in a bookmark that `bookmarkOf` named; null for any other bookmark. */
export function clauseOfBookmark(name: string): string | null {
  if (!name.startsWith(begin)) return null;
  const id = name.slice(begin.length).replace(/_d/g, "-").replace(/_u/g, "_");
  return bookmarkOf(id) === name && /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : null;
}
