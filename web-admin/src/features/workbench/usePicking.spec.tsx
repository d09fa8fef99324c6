import { renderInApp } from "@kaidan/web-kit/testing/renderInApp";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { usePicking } from "./usePicking";

/** A queue that shows one list after another, as the server would answer them. */
function Queue({ lists }: { lists: string[][] }) {
  const [answer, setAnswer] = useState(0);
  const [picked, pick] = useState<string>();
  const { waiting, current, finish } = usePicking(lists[answer] ?? [], picked, pick);
  return (
    <>
      <h1>{current ?? "nothing"}</h1>
      <p>{waiting.join(" ")}</p>
      <button type="button" onClick={finish}>
        finish
      </button>
      <button type="button" onClick={() => setAnswer(answer + 1)}>
        ask again
      </button>
      <input aria-label="note" />
    </>
  );
}

const shown = () => screen.getByRole("heading").textContent;
const press = (name: string) => userEvent.setup().click(screen.getByRole("button", { name }));
const waiting = () => screen.getByRole("paragraph").textContent;

test("J and K walk the queue, but never while somebody types", async () => {
  await renderInApp(<Queue lists={[["a", "b", "c"]]} />);
  const user = userEvent.setup();
  await user.keyboard("jj");
  expect(shown()).toBe("c");
  await user.keyboard("k");
  expect(shown()).toBe("b");
  await user.type(screen.getByLabelText("note"), "jk");
  expect(shown()).toBe("b");
});

test("what is shown stays when a colleague takes it out of the queue", async () => {
  await renderInApp(
    <Queue
      lists={[
        ["a", "b", "c"],
        ["b", "c"],
      ]}
    />,
  );
  await press("ask again");
  expect(shown()).toBe("a");
  await userEvent.setup().keyboard("j");
  expect(shown()).toBe("b");
});

test("a finished one leaves at once and the next one comes, also before the list was asked again", async () => {
  await renderInApp(<Queue lists={[["a", "b", "c"]]} />);
  await press("finish");
  expect(shown()).toBe("b");
  expect(waiting()).toBe("b c");
});

test("a finished one that comes back to the queue counts again", async () => {
  await renderInApp(<Queue lists={[["a", "b"], ["b"], ["b", "a"]]} />);
  await press("finish");
  await press("ask again");
  await press("ask again");
  expect(waiting()).toBe("b a");
});

test("after the last one nothing is left to show", async () => {
  await renderInApp(<Queue lists={[["a"]]} />);
  await press("finish");
  expect(shown()).toBe("nothing");
});
