import { Fragment } from "react";

/** A page of this workplace, written as one reads it in the address line: no host, so that it leads nowhere else. */
const ownAddress = /(?<=^|\s)(\/[a-z][\w-]*(?:\/[\w-]+)*(?:\?[\w=&%+.-]*[\w%+])?)(?=$|[\s.,;:)])/g;

/** What somebody wrote, with the addresses of this workplace in it as links. */
export function LinkedText({ text }: { text: string }) {
  const parts = text.split(ownAddress);
  return <>{parts.map((part, at) => (at % 2 === 1 ? <a key={at} href={part}>{part.replace(/\?.*$/, "")}</a> : <Fragment key={at}>{part}</Fragment>))}</>;
}
