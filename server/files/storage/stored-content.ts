import type { PhotoFacts } from "../picture/photo-facts";
import type { FileFacts } from "../../../domain/files/file";

/** A content that lies in the store already, sealed with its data key. */
export class StoredContent {
  constructor(
    readonly of: {
      readonly fileId: string;
      readonly objectName: string;
      readonly dataKey: Buffer;
      readonly facts: FileFacts;
      /** SHA-256 of what was received. */
      readonly receivedSha256: string;
      /** Of a picture of an inspection; null of everything else. */
      readonly photo: PhotoFacts | null;
    },
  ) {}

  /** What makes two calls the same call: the name and the bytes as they were sent, not what was made of them here. */
  toJSON(): object {
    return { name: this.of.facts.name, sha256: this.of.receivedSha256 };
  }
}
