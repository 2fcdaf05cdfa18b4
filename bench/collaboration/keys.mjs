const first = 0x4e00;

/** Each key that is typed is a letter of its own, so that whoever hears it knows which key it was. */
export function letterOf(key) {
  return String.fromCodePoint(first + key);
}

export function keysIn(text) {
  return [...text].map((letter) => letter.codePointAt(0) - first).filter((key) => key >= 0 && key < 20_000);
}

/** Reads each message once, however many sockets hear it, so that the driver leaves the machine to the servers. */
export function remembering(read) {
  const known = new Map();
  return (raw) => {
    const name = raw.toString("latin1");
    let found = known.get(name);
    if (found === undefined) {
      found = read(raw);
      if (known.size > 500) known.clear();
      known.set(name, found);
    }
    return found;
  };
}
