/** The other pages of the library, at the foot of each. */
export function LibraryFoot() {
  return (
    <nav className="section quiet small" aria-label="More in the library">
      <ul role="list" className="row">
        <li><a href="/library">What is in force</a></li>
        <li><a href="/library/recommendations">What became of recommendations</a></li>
        <li><a href="/library/comment-rounds">Public comment</a></li>
        <li><a href="/library/feed.xml">News as a feed (Atom)</a></li>
        <li><a href="/library/records-head">Signed head of the records</a></li>
        <li><a href="/library/accessibility">Accessibility</a></li>
      </ul>
    </nav>
  );
}
