import { must } from "../kernel/refusal.js";

export interface Region {
  /** Six digits of GB/T 2260. */
  readonly code: string;
  readonly name: string;
}

/** The cities the platform serves. */
export const regions: readonly Region[] = [
  { code: "430100", name: "长沙市" },
  { code: "430200", name: "株洲市" },
  { code: "430300", name: "湘潭市" },
  { code: "430400", name: "衡阳市" },
  { code: "430600", name: "岳阳市" },
  { code: "430700", name: "常德市" },
  { code: "110100", name: "北京市" },
  { code: "120100", name: "天津市" },
  { code: "310100", name: "上海市" },
  { code: "320100", name: "南京市" },
  { code: "320500", name: "苏州市" },
  { code: "330100", name: "杭州市" },
  { code: "340100", name: "合肥市" },
  { code: "360100", name: "南昌市" },
  { code: "410100", name: "郑州市" },
  { code: "420100", name: "武汉市" },
  { code: "440100", name: "广州市" },
  { code: "440300", name: "深圳市" },
  { code: "500100", name: "重庆市" },
  { code: "510100", name: "成都市" },
  { code: "610100", name: "西安市" },
];

const byCode = new Map(regions.map((region) => [region.code, region]));

export function isRegion(code: string): boolean {
  return byCode.has(code);
}

/** The region of a code; a code that is no longer served is shown as it is. */
export function regionOf(code: string): Region {
  return byCode.get(code) ?? { code, name: code };
}

/** The codes without repeats, in the platform's order. Refuses VALIDATION for an unknown one, or when there are none. */
export function cleanRegions(codes: readonly string[], min = 1): string[] {
  must(!codes.some((code) => !isRegion(code)) && codes.length >= min, "VALIDATION", { field: "regions" });
  return regions.map((region) => region.code).filter((code) => codes.includes(code));
}
