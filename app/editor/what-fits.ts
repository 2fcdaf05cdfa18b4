const mostTries = 150;

/**
 * What must be left out so that the rest fits, when not everything does. Long rows are tried as wholes and halved where they do not fit;
 * what does not fit alone is tried together with what comes next to it, since a change may need two steps to be one.
 */
export function leftOutToFit<Each>(all: readonly Each[], fits: (without: ReadonlySet<Each>) => boolean): Set<Each> {
  const out = new Set(all);
  let tries = 0;
  const takes = (row: readonly Each[]): boolean => {
    if (row.length === 0 || tries++ >= mostTries) return false;
    for (const each of row) out.delete(each);
    if (fits(out)) return true;
    for (const each of row) out.add(each);
    return false;
  };
  const halve = (row: readonly Each[]): void => {
    if (takes(row) || row.length < 2) return;
    const middle = row.length >> 1;
    halve(row.slice(0, middle));
    halve(row.slice(middle));
  };
  halve(all);
  for (let at = 0; at < all.length; at++) for (let width = 4; width > 1 && out.has(all[at] as Each); width--) takes(all.slice(at, at + width).filter((each) => out.has(each)));
  return out;
}
