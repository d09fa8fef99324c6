import { createTransport } from "nodemailer";
import type { Config } from "./config.js";
import type { Log } from "./log.js";

/** A letter to one person: codes and links that must reach exactly that address. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Sends letters. Never throws and never waits long: whether an address is known must not be told by time or error.
 * Without SMTP_URL letters are written to the log; with demo data they can be read on /demo/mailbox as well.
 */
export class Post {
  /** The last letters, newest first, kept in memory for the demo's mailbox only. */
  readonly mailbox: (Letter & { readonly at: number })[] = [];
  private readonly transport;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
    private readonly keepsCopies: () => boolean,
  ) {
    this.transport = config.smtpUrl ? createTransport(config.smtpUrl) : undefined;
  }

  send(letter: Letter): void {
    if (this.keepsCopies()) {
      this.mailbox.unshift({ ...letter, at: Date.now() });
      this.mailbox.length = Math.min(this.mailbox.length, 50);
    }
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
}
