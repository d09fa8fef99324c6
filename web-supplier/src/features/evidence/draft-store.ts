import { useSyncExternalStore } from "react";

/** A photo as taken, made smaller; `fileId` is set once the server has it. */
export type DraftPhoto = { readonly id: string; readonly photo: Blob; readonly fileId?: string };

/** A progress report that has not reached the platform yet. Lives on this device only, one per account and ticket. */
export type ReportDraft = {
  readonly accountId: string;
  readonly ticketId: string;
  readonly itemName: string;
  /** null for a note. */
  readonly milestoneCode: string | null;
  readonly text: string;
  readonly photos: readonly DraftPhoto[];
  /** Idempotency key: sending twice after a lost answer posts once. */
  readonly key: string;
  readonly savedAt: number;
};

const databaseName = "kaidan-supplier";
const storeName = "report-drafts";
const nothing: readonly ReportDraft[] = [];

let drafts: readonly ReportDraft[] | undefined;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** This account's drafts, newest first; undefined while they are being read from the device. */
export function useDrafts(accountId: string | undefined): readonly ReportDraft[] | undefined {
  const all = useSyncExternalStore(subscribe, () => drafts);
  return all?.filter((draft) => draft.accountId === accountId);
}

/** Keeps a draft, replacing the one of the same account and ticket. */
export function keepDraft(draft: ReportDraft): void {
  publish([draft, ...(drafts ?? nothing).filter((other) => !isSame(other, draft))]);
  void write((store) => store.put(draft, keyOf(draft)));
}

/** Forgets a draft: it was posted, or the person threw it away. */
export function dropDraft(draft: Pick<ReportDraft, "accountId" | "ticketId">): void {
  publish((drafts ?? nothing).filter((other) => !isSame(other, draft)));
  void write((store) => store.delete(keyOf(draft)));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  loading ??= load();
  return () => listeners.delete(listener);
}

function publish(next: readonly ReportDraft[]): void {
  drafts = next;
  for (const listener of listeners) listener();
}

async function load(): Promise<void> {
  const kept = await read();
  // What was typed while the device was still reading is newer than what it found.
  const typed = drafts ?? nothing;
  const older = kept.filter((draft) => !typed.some((other) => isSame(other, draft)));
  publish([...typed, ...older].sort((a, b) => b.savedAt - a.savedAt));
}

function isSame(
  a: Pick<ReportDraft, "accountId" | "ticketId">,
  b: Pick<ReportDraft, "accountId" | "ticketId">,
): boolean {
  return a.accountId === b.accountId && a.ticketId === b.ticketId;
}

function keyOf({ accountId, ticketId }: Pick<ReportDraft, "accountId" | "ticketId">): string {
  return `${accountId}:${ticketId}`;
}

// Private windows may refuse a database; drafts then live as long as the page.
async function read(): Promise<readonly ReportDraft[]> {
  try {
    const store = (await open()).transaction(storeName, "readonly").objectStore(storeName);
    return await settled<ReportDraft[]>(store.getAll());
  } catch {
    return nothing;
  }
}

async function write(change: (store: IDBObjectStore) => IDBRequest): Promise<boolean> {
  try {
    await settled(change((await open()).transaction(storeName, "readwrite").objectStore(storeName)));
    return true;
  } catch {
    return false;
  }
}

let database: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  database ??= (async () => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    return settled(request);
  })();
  return database;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The device's store failed"));
  });
}
