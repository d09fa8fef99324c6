import { CombinedGraphQLErrors } from "@apollo/client";
import { act, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { renderInApp } from "../testing/renderInApp";
import { ErrorState } from "./ErrorState";

const lost = new TypeError("fetch failed");
const serverIs = (answer: Response | TypeError) =>
  vi
    .spyOn(globalThis, "fetch")
    .mockImplementation(() => (answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer)));

async function comeOnline(): Promise<void> {
  await act(async () => {
    window.dispatchEvent(new Event("online"));
    await Promise.resolve();
  });
}

describe("ErrorState", () => {
  it("promises nothing that was typed when a page could not be read", async () => {
    await renderInApp(<ErrorState error={lost} onRetry={vi.fn()} />);
    expect(screen.getByRole("alert").textContent).toContain("网络连接失败，恢复后会自动重新加载。");
  });

  it("loads again by itself when the server answers", async () => {
    serverIs(new Response(null, { status: 404 }));
    const retry = vi.fn();
    await renderInApp(<ErrorState error={lost} onRetry={retry} />);
    await comeOnline();
    await vi.waitFor(() => expect(retry).toHaveBeenCalledOnce(), 20_000);
  });

  it.each([lost, new Response(null, { status: 502 })])("waits while there is no server", async (answer) => {
    const asked = serverIs(answer);
    const retry = vi.fn();
    await renderInApp(<ErrorState error={lost} onRetry={retry} />);
    await comeOnline();
    expect(asked).toHaveBeenCalled();
    expect(retry).not.toHaveBeenCalled();
  });

  it("does not ask again by itself what the server refused", async () => {
    const asked = serverIs(new Response());
    const refused = new CombinedGraphQLErrors({ errors: [{ message: "no", extensions: { code: "FORBIDDEN" } }] });
    await renderInApp(<ErrorState error={refused} onRetry={vi.fn()} />);
    await comeOnline();
    expect(asked).not.toHaveBeenCalled();
  });
});
