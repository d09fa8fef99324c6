import { describe, expect, it } from "vitest";
import { gapsOf } from "./gaps";

const today = "2026-11-20";

function anApplication(over: Partial<Parameters<typeof gapsOf>[0]> = {}): Parameters<typeof gapsOf>[0] {
  return {
    organisation: "长沙老周水电工程部",
    uscc: "91430100MA4L16JQ9B",
    contactName: "周师傅",
    contactPhone: "13812345678",
    services: [{}],
    regions: [{}],
    documents: [{ kind: "BUSINESS_LICENCE", expiresOn: null }],
    ...over,
  };
}

describe("what an application lacks", () => {
  it("lacks nothing when every step is filled", () => {
    expect(gapsOf(anApplication(), today)).toEqual([]);
  });

  it("names the step that closes each gap", () => {
    const gaps = gapsOf(anApplication({ uscc: "", services: [], documents: [] }), today);
    expect(gaps).toEqual([
      { gap: "ORGANISATION", step: "organisation" },
      { gap: "SERVICES", step: "services" },
      { gap: "LICENCE", step: "documents" },
    ]);
  });

  it("counts a paper that ended yesterday as a gap, and one that ends today not", () => {
    const licence = { kind: "BUSINESS_LICENCE", expiresOn: "2026-11-19" };
    expect(gapsOf(anApplication({ documents: [licence] }), today)).toEqual([{ gap: "EXPIRED", step: "documents" }]);
    expect(gapsOf(anApplication({ documents: [{ ...licence, expiresOn: today }] }), today)).toEqual([]);
  });
});
