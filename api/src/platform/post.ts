import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Clock } from "../kernel/clock.js";
import type { Config } from "./config.js";
import type { Log } from "./log.js";

/** A letter to one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Names the letter, so that one that is sent twice after a crash is told from two letters by who receives it. */
  readonly id?: string;
}

export interface KeptLetter extends Letter {
  readonly at: number;
}

const COPIES_KEPT = 50;
/** A mail server that says nothing for so long is taken for dead. */
const SILENCE_MS = 8_000;
/** Longer than this no letter is waited for. */
const PATIENCE_MS = 20_000;

/**
 * Sends letters. Without SMTP_URL they are written to the log; with demo data they can be read on /demo/mailbox as well,
 * and so can copies of what went other ways.
 */
export class Post {
  private readonly transport;
  private copies: KeptLetter[] | undefined;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
    private readonly clock: Clock,
    /** Whether copies are kept for the demo's mailbox. */
    private readonly keepsCopies: boolean,
  ) {
    this.transport = config.smtpUrl
      ? createTransport({
          url: config.smtpUrl,
          connectionTimeout: SILENCE_MS,
          greetingTimeout: SILENCE_MS,
          socketTimeout: SILENCE_MS,
        })
      : undefined;
  }

  /**
   * For codes and links that must reach exactly that address. Never throws and never waits: whether an address is known
   * must not be told by time or error.
   */
  send(letter: Letter): void {
    this.deliver(letter).catch((error: unknown) =>
      this.log.error({ err: error, subject: letter.subject }, "A letter could not be sent."),
    );
  }

  /** Resolves when the mail server has taken the letter, throws what it said when it did not. */
  async deliver(letter: Letter): Promise<void> {
    this.copy(letter);
    const { id, ...parts } = letter;
    if (!this.transport) {
      this.log.info(parts, "No SMTP_URL: a letter goes to the log.");
      return;
    }
    const messageId = id === undefined ? undefined : `<${id}@${hostOf(this.config.mailFrom)}>`;
    const sending = this.transport.sendMail({ from: this.config.mailFrom, ...parts, messageId });
    await within(PATIENCE_MS, sending);
  }

  /** Keeps a copy for the demo's mailbox; does nothing outside a demo. */
  copy({ to, subject, text }: Letter): void {
    if (this.keepsCopies) this.keep({ to, subject, text, at: this.clock.now() });
  }

  /** The last letters, newest first: a restart loses no code or link that was not read yet. */
  mailbox(): readonly KeptLetter[] {
    this.copies ??= existsSync(this.file) ? (JSON.parse(readFileSync(this.file, "utf8")) as KeptLetter[]) : [];
    return this.copies;
  }

  private keep(letter: KeptLetter): void {
    this.copies = [letter, ...this.mailbox()].slice(0, COPIES_KEPT);
    try {
      writeFileSync(this.file, JSON.stringify(this.copies));
    } catch (error) {
      this.log.warn({ err: error }, "The demo's mailbox could not be written.");
    }
  }

  private get file(): string {
    return join(this.config.dataDir, "demo-letters.json");
  }
}

/** "example.com" of "Kaidan <no-reply@example.com>". */
function hostOf(address: string): string {
  return /@([A-Za-z0-9.-]+)/.exec(address)?.[1] ?? "localhost";
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_done, fail) => {
    late = setTimeout(() => fail(new Error(`No answer from the mail server in ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(late);
  }
}
