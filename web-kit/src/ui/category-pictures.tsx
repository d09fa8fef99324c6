import type { ReactNode } from "react";

// One hand for all: a 96 grid, 2.5 strokes with round ends, surface fills (class "s"), one warm accent (class "a").
// The scene stands on a ground line at y = 78.
const ground = <path d="M16 78h64" />;

export const pictures = {
  company: (
    <>
      <path className="s" d="M28 78V30l22-10v58" />
      <path className="s" d="M50 40h20v38" />
      <path d="M36 38h6M36 48h6M36 58h6M58 50h5M58 60h5" />
      <path className="a" d="M34 78V68h9v10" />
      {ground}
    </>
  ),
  bookkeeping: (
    <>
      <path className="s" d="M24 26h30a6 6 0 0 1 6 6v46H30a6 6 0 0 1-6-6z" />
      <path d="M33 39h18M33 49h18M33 59h10" />
      <rect className="a" x="52" y="48" width="24" height="30" rx="4" />
      <path d="M58 56h12M58 64h.1M64 64h.1M70 64h.1M58 71h.1M64 71h.1M70 71h.1" />
    </>
  ),
  trademark: (
    <>
      <path
        className="s"
        d="M48 20l8 6 10 0 3 9.5 8 6-3 9.5 3 9.5-8 6-3 9.5H56l-8 6-8-6H30l-3-9.5-8-6 3-9.5-3-9.5 8-6 3-9.5h10z"
      />
      <circle className="a" cx="48" cy="51" r="15" />
      <path d="M43 58V44h6a4.5 4.5 0 0 1 0 9h-6M49 53l4 5" />
    </>
  ),
  seal: (
    <>
      <path className="a" d="M48 18a10 10 0 0 1 10 10c0 7-4 9-4 18H42c0-9-4-11-4-18a10 10 0 0 1 10-10z" />
      <path className="s" d="M30 46h36a4 4 0 0 1 4 4v10H26V50a4 4 0 0 1 4-4z" />
      <path className="s" d="M22 60h52v8H22z" />
      <path d="M30 78h36" />
    </>
  ),
  renovation: (
    <>
      <path className="s" d="M20 48L48 24l28 24" />
      <path className="s" d="M27 44v34h42V44" />
      <path className="a" d="M42 78V60h12v18" />
      <path d="M60 29v-6h6v11M35 52h7M54 52h7" />
      {ground}
    </>
  ),
  plumbing: (
    <>
      <path className="s" d="M22 34h22v-8h10v8h4a16 16 0 0 1 16 16v6H62v-4a6 6 0 0 0-6-6H22z" />
      <path d="M40 20h18M49 20v6M22 30v20" />
      <path className="a" d="M68 62c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z" />
    </>
  ),
  waterproof: (
    <>
      <path className="s" d="M48 20l26 9v18c0 15-11 25-26 31-15-6-26-16-26-31V29z" />
      <path className="a" d="M48 34c8 9 12 14 12 20a12 12 0 0 1-24 0c0-6 4-11 12-20z" />
      <path d="M42 54a6 6 0 0 0 6 6" />
    </>
  ),
  cabinet: (
    <>
      <rect className="s" x="22" y="22" width="52" height="20" rx="3" />
      <path d="M39 22v20M57 22v20M33 36h2M43 36h2M61 36h2" />
      <rect className="a" x="20" y="52" width="56" height="6" rx="2" />
      <path className="s" d="M24 58h48v20H24z" />
      <path d="M48 58v20M43 66v4M53 66v4" />
    </>
  ),
  paint: (
    <>
      <rect className="s" x="22" y="22" width="44" height="16" rx="4" />
      <path d="M66 30h8v14H48v8" />
      <rect className="a" x="43" y="52" width="10" height="26" rx="3" />
      <path d="M28 38v8M36 38v14M60 38v5" />
    </>
  ),
  cleaning: (
    <>
      <path className="s" d="M30 46h36l-4 32H34z" />
      <path d="M36 46a12 12 0 0 1 24 0M32 60h32" />
      <path className="a" d="M62 18h10v20l5 10H57l5-10z" />
      <path d="M24 26v8M20 30h8M40 24v4M38 26h4" />
    </>
  ),
  aircon: (
    <>
      <rect className="s" x="18" y="24" width="60" height="24" rx="6" />
      <path d="M26 40h44M64 32h6" />
      <path className="a" d="M30 48h36v5H30z" />
      <path d="M34 60c0 5-5 5-5 10s-3 5-3 8M48 60c0 5 4 5 4 9s-4 4-4 9M62 60c0 5 5 5 5 10s3 5 3 8" />
    </>
  ),
  repair: (
    <>
      <path
        className="s"
        d="M60 20a16 16 0 0 0-15 22L22 65a6.5 6.5 0 0 0 9 9l23-23a16 16 0 0 0 21-20l-9 9-9-2-2-9 9-9a16 16 0 0 0-4 0z"
      />
      <path className="a" d="M24 26l8-4 6 8-2 4 10 10-6 6-10-10-4 2z" />
    </>
  ),
  wedding: (
    <>
      <circle className="s" cx="38" cy="56" r="19" />
      <circle cx="38" cy="56" r="13" />
      <circle cx="58" cy="56" r="19" />
      <circle cx="58" cy="56" r="13" />
      <path className="a" d="M31 20h14l6 7-13 12-13-12z" />
      <path d="M25 27h26M38 39l-5-12 5-7 5 7z" />
    </>
  ),
  makeup: (
    <>
      <path className="a" d="M34 22l12-5v25H34z" />
      <path className="s" d="M31 42h18v12H31zM28 54h24v24H28z" />
      <circle className="s" cx="66" cy="42" r="13" />
      <path d="M66 55v23M60 78h12M61 38a6 6 0 0 1 6-4" />
    </>
  ),
  camera: (
    <>
      <path className="s" d="M18 36a5 5 0 0 1 5-5h11l5-8h18l5 8h11a5 5 0 0 1 5 5v34a5 5 0 0 1-5 5H23a5 5 0 0 1-5-5z" />
      <circle className="a" cx="48" cy="52" r="14" />
      <circle cx="48" cy="52" r="7" />
      <path d="M66 40h4" />
    </>
  ),
  flowers: (
    <>
      <path d="M48 52v26M48 66c-8 0-12-4-14-10M48 70c8 0 12-4 14-10" />
      <path
        className="s"
        d="M48 18c5 0 8 4 7 9 5-1 9 2 9 7s-4 8-9 7c1 5-2 9-7 9s-8-4-7-9c-5 1-9-2-9-7s4-8 9-7c-1-5 2-9 7-9z"
      />
      <circle className="a" cx="48" cy="34" r="6.5" />
      <path d="M34 78h28" />
    </>
  ),
  stage: (
    <>
      <path className="s" d="M20 66h56v12H20z" />
      <path d="M24 66V22h48v44M24 34h48" />
      <path className="a" d="M32 34h8l6 32H24z" />
      <path d="M36 22v6M48 22v6M60 22v6M48 34v10M43 44h10" />
    </>
  ),
  host: (
    <>
      <rect className="s" x="38" y="18" width="20" height="34" rx="10" />
      <path d="M38 32h20M38 40h20" />
      <path d="M30 42v2a18 18 0 0 0 36 0v-2M48 62v10" />
      <path className="a" d="M36 72h24v6H36z" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;
