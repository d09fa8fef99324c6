import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { S3Driver } from "flydrive/drivers/s3";
import sharp from "sharp";
import { type Clock, HOUR } from "../kernel/clock.js";
import { newId } from "../kernel/ids.js";
import { must, Refusal } from "../kernel/refusal.js";
import type { Config } from "./config.js";
import { FileRow } from "./platform.table.js";
import type { Signer } from "./signing.js";
import { CSV, XLSX } from "./spreadsheet.js";
import { marks, type Sql } from "./sql.js";
import type { Tx } from "./tx.js";
import type { UnitOfWork } from "./unit-of-work.js";
import { actorOf, type Viewer } from "./viewer.js";

export const filePurposes = [
  "PROGRESS",
  "SLIP",
  "REVIEW",
  "REFUND",
  "APPLICATION",
  "PRODUCT",
  "REWORK",
  "INQUIRY",
  "BID",
  "CERTIFICATE",
  "IMPORT",
  "CONTRACT",
  "DOCUMENT",
  "INVOICE",
  "EXPORT",
] as const;
export type FilePurpose = (typeof filePurposes)[number];

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
const MAX_PIXELS = 50_000_000;
const LONGEST_SIDE = 2_000;
const LINK_LIFE_MS = 2 * HOUR;

/** A file as pages show it; `url` opens it for about two hours. */
export interface FileView {
  readonly id: string;
  readonly url: string;
  readonly mime: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** A stored document whose row is not in the database yet. */
export type PreparedFile = Pick<FileRow, "id" | "sha256">;

/**
 * Uploaded files. What a file is, its content tells; images are decoded and written anew, which removes positions
 * and anything hidden; PDFs are kept as they are and only ever served as downloads. Names are made by the server.
 */
export class Files {
  private readonly disk: Disk;

  constructor(
    config: Config,
    private readonly signer: Signer,
    private readonly clock: Clock,
  ) {
    this.disk = openDisk(config);
  }

  /**
   * Stores an upload and returns its row's view. Refuses FILE_REJECTED (neither JPEG, PNG, WebP nor, where
   * documents are wanted, PDF; broken; too many pixels) and FILE_TOO_LARGE.
   */
  async keep(work: UnitOfWork, viewer: Viewer, purpose: FilePurpose, content: Buffer): Promise<FileView> {
    must(content.length <= MAX_UPLOAD_BYTES, "FILE_TOO_LARGE", { maxBytes: MAX_UPLOAD_BYTES });
    const clean = await cleaned(content, purpose);
    const row = this.rowOf(purpose, actorOf(viewer), clean);
    // Content first: a row without content would be a broken promise, content without a row is only litter.
    await this.disk.put(row.storageKey, clean.content);
    await work.run(viewer, (tx) => tx.insert(FileRow, [row]));
    return this.view(row);
  }

  /**
   * Stores a PDF that the platform made itself, before the transaction that refers to it: `adopt` its row there. Should
   * that fail, what is left is litter and no broken promise.
   */
  async prepare(content: Buffer): Promise<PreparedFile> {
    const made = { content, mime: "application/pdf", width: null, height: null };
    const row = this.rowOf("DOCUMENT", null, made);
    await this.disk.put(row.storageKey, content);
    return row;
  }

  /** Makes a prepared file one that rows may refer to. */
  async adopt(tx: Tx, prepared: PreparedFile): Promise<void> {
    await tx.insert(FileRow, [prepared as FileRow]);
  }

  /**
   * The files of `ids` that `ownerId` uploaded for `purpose`. Refuses VALIDATION when one is named twice, so that one photo
   * never counts as two, and NOT_FOUND when one is missing or another's.
   */
  async mine(sql: Sql, ids: readonly string[], ownerId: string | null, purpose: FilePurpose): Promise<FileRow[]> {
    if (ids.length === 0) return [];
    must(new Set(ids).size === ids.length, "VALIDATION", { field: "files", repeated: true });
    const rows = await sql.rows(FileRow, `WHERE t.id IN (${marks(ids)}) AND t.purpose = ?`, [...ids, purpose]);
    const own = rows.filter((row) => row.ownerId === ownerId);
    must(own.length === ids.length, "NOT_FOUND", { field: "files" });
    return own;
  }

  /** Views of many files in one statement, by id. */
  async views(sql: Sql, ids: readonly string[]): Promise<Map<string, FileView>> {
    if (ids.length === 0) return new Map();
    const rows = await sql.rows(FileRow, `WHERE t.id IN (${marks(ids)})`, ids);
    return new Map(rows.map((row) => [row.id, this.view(row)]));
  }

  private rowOf(purpose: FilePurpose, ownerId: string | null, clean: CleanContent): FileRow {
    const id = newId();
    return {
      id,
      purpose,
      ownerId,
      mime: clean.mime,
      bytes: clean.content.length,
      width: clean.width,
      height: clean.height,
      sha256: createHash("sha256").update(clean.content).digest("hex"),
      storageKey: `${id.slice(0, 2).toLowerCase()}/${createHash("sha256").update(id).digest("hex").slice(0, 40)}`,
      createdAt: this.clock.now(),
    };
  }

  /** The content of a file whose row was read; the caller has checked whose it is. */
  async contentOf(row: Pick<FileRow, "storageKey">): Promise<Buffer> {
    return Buffer.from(await this.disk.getBytes(row.storageKey));
  }

  view(row: FileRow): FileView {
    // The end is rounded up to the hour, so that a page read twice names the same link and the browser's cache holds.
    const until = Math.ceil((this.clock.now() + LINK_LIFE_MS) / HOUR) * HOUR;
    const url = `/files/${row.id}?until=${until}&signature=${this.signer.sign(`file:${row.id}:${until}`)}`;
    return { id: row.id, url, mime: row.mime, bytes: Number(row.bytes), width: row.width, height: row.height };
  }

  /** The content behind a signed link; null when the link is wrong or over or the file is gone. */
  async open(
    sql: Sql,
    id: string,
    until: string,
    signature: string,
  ): Promise<{ row: FileRow; content: Uint8Array } | null> {
    const valid = /^\d{13}$/.test(until) && Number(until) > this.clock.now();
    if (!valid || !this.signer.verifies(`file:${id}:${until}`, signature)) return null;
    const [row] = await sql.rows(FileRow, "WHERE t.id = ?", [id]);
    if (!row || !(await this.disk.exists(row.storageKey))) return null;
    return { row, content: await this.disk.getBytes(row.storageKey) };
  }
}

interface CleanContent {
  readonly content: Buffer;
  readonly mime: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** What uploads of these purposes may be besides pictures. */
const documents: readonly FilePurpose[] = ["APPLICATION", "SLIP", "BID", "CONTRACT", "CERTIFICATE", "INVOICE"];

/** A table that is read or was written: its content is kept as it is and only ever served as a download. */
const MAX_TABLE_BYTES = 5 * 1024 * 1024;

function cleanedTable(content: Buffer, mime: string | undefined): CleanContent {
  must(content.length <= MAX_TABLE_BYTES, "FILE_TOO_LARGE", { maxBytes: MAX_TABLE_BYTES });
  const text = mime === undefined && content.length > 0 && !content.includes(0);
  must(mime === XLSX || text, "FILE_REJECTED");
  return { content, mime: mime ?? CSV, width: null, height: null };
}

async function cleaned(content: Buffer, purpose: FilePurpose): Promise<CleanContent> {
  const type = await fileTypeFromBuffer(content).catch(() => undefined);
  if (purpose === "IMPORT" || purpose === "EXPORT") return cleanedTable(content, type?.mime);
  const isPdf = type?.mime === "application/pdf";
  if (isPdf && documents.includes(purpose)) return { content, mime: type.mime, width: null, height: null };
  must(type && ["image/jpeg", "image/png", "image/webp"].includes(type.mime), "FILE_REJECTED");
  try {
    const image = sharp(content, { limitInputPixels: MAX_PIXELS, failOn: "error" }).rotate();
    const { data, info } = await image
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { content: data, mime: "image/webp", width: info.width, height: info.height };
  } catch {
    throw new Refusal("FILE_REJECTED");
  }
}

function openDisk(config: Config): Disk {
  if (!config.filesUrl) {
    const location = join(config.dataDir, "files");
    mkdirSync(location, { recursive: true });
    return new Disk(new FSDriver({ location, visibility: "private" }));
  }
  const url = new URL(config.filesUrl);
  const endpoint = url.searchParams.get("endpoint");
  return new Disk(
    new S3Driver({
      credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
      region: url.searchParams.get("region") ?? "us-east-1",
      bucket: url.hostname,
      visibility: "private",
      supportsACL: false,
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    }),
  );
}
