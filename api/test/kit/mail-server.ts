import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";

/** A mail server that takes letters, or says of each recipient what it is told to. */
export class MailServer {
  /** The letters it took, headers and all. */
  readonly letters: string[] = [];
  /** What is answered to the next recipients, in order; without one they are welcome. */
  readonly answers: string[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<MailServer> {
    const server = createServer((socket) => mail.talk(socket));
    const mail = new MailServer(server);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }

  private talk(socket: Socket): void {
    let letter: string[] | null = null;
    let rest = "";
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say("220 mail.example");
    socket.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (letter === null) letter = this.command(line, say);
        else if (line !== ".") letter.push(line);
        else {
          this.letters.push(letter.join("\n"));
          letter = null;
          say("250 taken");
        }
      }
    });
    socket.on("error", () => undefined); // the client hangs up as it likes
  }

  private command(line: string, say: (line: string) => void): string[] | null {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "DATA") {
      say("354 go on");
      return [];
    }
    if (verb === "QUIT") say("221 bye");
    else say(verb === "RCPT" ? (this.answers.shift() ?? "250 welcome") : "250 mail.example");
    return null;
  }
}
