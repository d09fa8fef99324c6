import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

/** A finished answer of the public catalogue: bytes, what they are worth, and until when. */
export interface FinishedAnswer {
  readonly body: Buffer;
  /** The same compressed. */
  brotli: Buffer;
  /** Weak: one tag for both forms. */
  readonly etag: string;
  readonly stamp: string;
  readonly madeAt: number;
  hits: number;
}

/** An answer that no stamp makes old still goes after this time: prices by the day, marks, links to pictures. */
const LIFE_MS = 60_000;
const ANSWERS_MAX = 2_000;
const BYTES_MAX = 32 * 1024 * 1024;
/** An answer that was asked for so often is worth compressing as far as it goes, once and beside the requests. */
const WORTH_BEST = 3;
const BEST = 11;
const QUICK = 4;

const compress = promisify(brotliCompress);
const squeeze = (body: Buffer, quality: number): Promise<Buffer> =>
  compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

/** What the catalogue answered lately, by address. The one asked for longest ago goes first when there are too many. */
export class AnonymousAnswers {
  private readonly answers = new Map<string, FinishedAnswer>();
  private readonly making = new Map<string, Promise<FinishedAnswer | undefined>>();
  private bytes = 0;

  constructor(private readonly now: () => number) {}

  /**
   * The answer kept under `key` if it is of this stamp, else what `make` gives: made once for all who ask meanwhile, and kept
   * unless it is undefined. Read the stamp before: what changes while it is made, makes it old.
   */
  async of(key: string, stamp: string, make: () => Promise<string | undefined>): Promise<FinishedAnswer | undefined> {
    const kept = this.answers.get(key);
    if (kept && kept.stamp === stamp && this.now() - kept.madeAt < LIFE_MS) return this.used(key, kept);
    const place = `${stamp} ${key}`;
    const running = this.making.get(place);
    if (running) return running;
    const fresh = this.finish(key, stamp, make).finally(() => this.making.delete(place));
    this.making.set(place, fresh);
    return fresh;
  }

  private used(key: string, answer: FinishedAnswer): FinishedAnswer {
    this.answers.delete(key);
    this.answers.set(key, answer);
    answer.hits += 1;
    if (answer.hits === WORTH_BEST) {
      squeeze(answer.body, BEST).then(
        (best) => {
          answer.brotli = best;
        },
        () => undefined, // the quick form goes on serving
      );
    }
    return answer;
  }

  private async finish(
    key: string,
    stamp: string,
    make: () => Promise<string | undefined>,
  ): Promise<FinishedAnswer | undefined> {
    const text = await make();
    if (text === undefined) return undefined;
    const body = Buffer.from(text);
    const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const answer = { body, brotli: await squeeze(body, QUICK), etag, stamp, madeAt: this.now(), hits: 0 };
    this.keep(key, answer);
    return answer;
  }

  private keep(key: string, answer: FinishedAnswer): void {
    this.drop(key);
    this.answers.set(key, answer);
    this.bytes += answer.body.length;
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= ANSWERS_MAX && this.bytes <= BYTES_MAX) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const held = this.answers.get(key);
    if (!held) return;
    this.bytes -= held.body.length;
    this.answers.delete(key);
  }
}
