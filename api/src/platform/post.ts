import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Clock } from "../kernel/clock.js";
import type { Config } from "./config.js";
import type { Log } from "./log.js";

/** A letter to one person: codes and links that must reach exactly that address. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface KeptLetter extends Letter {
  readonly at: number;
}

const COPIES_KEPT = 50;

/**
 * Sends letters. Never throws and never waits long: whether an address is known must not be told by time or error.
 * Without SMTP_URL letters are written to the log; with demo data they can be read on /demo/mailbox as well.
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
    this.transport = config.smtpUrl ? createTransport(config.smtpUrl) : undefined;
  }

  send(letter: Letter): void {
    if (this.keepsCopies) this.keep({ ...letter, at: this.clock.now() });
    if (!this.transport) {
      this.log.info(
        { to: letter.to, subject: letter.subject, text: letter.text },
        "No SMTP_URL: a letter goes to the log.",
      );
      return;
    }
    this.transport
      .sendMail({ from: this.config.mailFrom, ...letter })
      .catch((error: unknown) =>
        this.log.error({ err: error, subject: letter.subject }, "A letter could not be sent."),
      );
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
