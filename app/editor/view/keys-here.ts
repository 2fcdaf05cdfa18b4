/** The names that the keys have on the keyboard in front of this page's reader. */
export function keysHere(keys: string): string {
  return onMac() ? keys.replace(/Ctrl/g, "Cmd").replace(/Alt/g, "Option") : keys;
}

/** The same for programs that read the page out. */
export function keyNames(keys: string): string {
  return keys.replace(/Ctrl/g, onMac() ? "Meta" : "Control");
}

function onMac(): boolean {
  return /^(Mac|iPhone|iPad)/.test(navigator.platform);
}
