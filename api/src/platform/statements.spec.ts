import type { DataSource } from "typeorm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { borrow, STATEMENT_TIMEOUT_MS, toConnection, toPool } from "./statements.js";

type Callback = (error: Error | null, result?: unknown) => void;

/** A connection whose answers the test gives, or keeps back. */
function aConnection() {
  const asked: Callback[] = [];
  const ask = (_options: unknown, done: Callback): number => asked.push(done);
  return { query: ask, execute: ask, destroy: vi.fn(), release: vi.fn(), asked };
}

/** A data source whose pool hands out `connection`, or nothing yet. */
function aSource(getConnection: (done: Callback) => void): DataSource {
  return { driver: { pool: { getConnection } } } as unknown as DataSource;
}

describe("a database that does not answer", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is given up inside a transaction, and its connection with it", async () => {
    const connection = aConnection();
    const answer = toConnection(connection as never)("COMMIT", []);
    const refused = expect(answer).rejects.toThrow("No answer");
    await vi.advanceTimersByTimeAsync(STATEMENT_TIMEOUT_MS);
    await refused;
    expect(connection.destroy).toHaveBeenCalledOnce();
  });

  it("is given up outside one, and leaves no stuck connection in the pool", async () => {
    const connection = aConnection();
    const read = toPool(aSource((done) => done(null, connection)))("SELECT 1", []);
    const refused = expect(read).rejects.toThrow("No answer");
    await vi.advanceTimersByTimeAsync(STATEMENT_TIMEOUT_MS);
    await refused;
    expect(connection.destroy).toHaveBeenCalledBefore(connection.release);
  });

  it("is not waited for when every connection is taken, and the one that comes too late goes back", async () => {
    const connection = aConnection();
    let give: Callback = () => undefined;
    const source = aSource((done) => {
      give = done;
    });
    const refused = expect(borrow(source)).rejects.toThrow("No connection");
    await vi.advanceTimersByTimeAsync(STATEMENT_TIMEOUT_MS);
    await refused;
    give(null, connection);
    expect(connection.release).toHaveBeenCalledOnce();
  });

  it("is told from one that answers in time, whose connection lives on", async () => {
    const connection = aConnection();
    const answer = toConnection(connection as never)("SELECT 1", []);
    connection.asked[0]?.(null, [{ one: 1 }]);
    await expect(answer).resolves.toEqual({ records: [{ one: 1 }], affected: 0 });
    await vi.advanceTimersByTimeAsync(STATEMENT_TIMEOUT_MS);
    expect(connection.destroy).not.toHaveBeenCalled();
  });
});
