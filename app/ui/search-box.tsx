/** The search of the top bar: a form of its own, without script. */
export function SearchBox() {
  return (
    <form method="get" action="/search" role="search" className="search-box" aria-label="Everything">
      <input type="search" name="words" className="control" aria-label="Search" placeholder="Search" maxLength={200} required />
    </form>
  );
}
