import { Fragment } from "react";

/** A page of this workplace, written as one reads it in the address line: no host, so that it leads nowhere else. */
const ownAddress = /^(\/[a-z][\w-]*(?:\/[\w-]+)*(?:\?[\w=&%+.-]*[\w%+])?)([.,;:)]*)$/;

/** What somebody wrote, with the addresses of this workplace in it as links. */
export function LinkedText({ text }: { text: string }) {
  return <>{partsOf(text).map(({ words, address }, at) => (address ? <a key={at} href={address}>{words}</a> : <Fragment key={at}>{words}</Fragment>))}</>;
}

function partsOf(text: string): { words: string; address: string | null }[] {
  const parts: { words: string; address: string | null }[] = [];
  const say = (words: string) => {
    const last = parts.at(-1);
    if (last && !last.address) last.words += words;
    else parts.push({ words, address: null });
  };
  for (const word of text.split(/(\s+)/)) {
    const [, address, end = ""] = ownAddress.exec(word) ?? [];
    if (address) parts.push({ words: address.replace(/\?.*$/, ""), address });
    say(address ? end : word);
  }
  return parts;
}
