import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { renderInApp } from "../testing/renderInApp";
import { RatingInput } from "./RatingInput";

function Quality() {
  const [value, setValue] = useState(0);
  return <RatingInput label="服务质量" value={value} onChange={setValue} />;
}

describe("RatingInput", () => {
  it("is one stop of the Tab key and moves by the arrow keys", async () => {
    await renderInApp(<Quality />);
    await userEvent.tab();
    await userEvent.keyboard(" ");
    expect(screen.getByRole("radio", { name: "1 星，很不满意" })).toHaveProperty("checked", true);
    await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}");
    expect(screen.getByRole("radio", { name: "5 星，非常满意" })).toHaveProperty("checked", true);
    await userEvent.keyboard("{ArrowLeft}");
    expect(screen.getByRole("radio", { name: "4 星，满意" })).toHaveProperty("checked", true);
  });

  it("says what is rated", async () => {
    await renderInApp(<Quality />);
    expect(screen.getByRole("group", { name: "服务质量" })).toBeTruthy();
  });
});
