import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { formulaStateWords } from "@kaidan/web-kit/vocabulary/formula-words";
import { Trans } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { FormulaSheetFragment } from "../../gql/graphql";
import { EffectSection } from "./EffectSection";
import { FormulaForm } from "./FormulaForm";
import { formulaValues } from "./formula-schema";
import { PublishSection } from "./PublishSection";
import { VersionsSection } from "./VersionsSection";

const route = getRouteApi("/signedIn/pricing/formulas/$code");

/** One formula: the draft to write, the examples, the way to publish it, and every version there was. */
export function FormulaPage() {
  const { data, refresh } = usePageQuery(route.useLoaderData());
  if (!data.formula) return <NotFoundState home="/pricing/formulas" />;
  return <FormulaSheet formula={data.formula} reload={async () => (await refresh())?.formula ?? undefined} />;
}

type FormulaSheetProps = {
  formula: FormulaSheetFragment;
  reload: () => Promise<FormulaSheetFragment | undefined>;
};

function FormulaSheet({ formula, reload }: FormulaSheetProps) {
  const { can } = useMe();
  // What is being typed stays while others save; their copy is taken over only when it is asked for.
  const [held, setHeld] = useState(formula);
  const [taken, setTaken] = useState(0);
  const working = held.versions.find(({ id }) => id === held.draft?.id) ?? held.versions[0];
  if (!working) return <NotFoundState home="/pricing/formulas" />;
  async function takeNewest(): Promise<void> {
    const newest = await reload();
    if (!newest) return;
    setHeld(newest);
    setTaken((count) => count + 1);
  }
  const next = working.number + 1;
  const inForce = held.versions.find(({ id }) => id === held.current?.id)?.number;
  return (
    <>
      <PageHeader title={held.name} back="/pricing/formulas" aside={<WordTag of={formulaStateWords[working.state]} />}>
        <span className="mono">{held.code}</span> · v{working.number}
        {inForce !== undefined && inForce !== working.number && (
          <>
            {" · "}
            <Trans>v{inForce} 正在生效</Trans>
          </>
        )}
        {!held.draft && can("pricing.manage") && (
          <>
            {" · "}
            <Trans>修改并保存，即起草 v{next}</Trans>
          </>
        )}
      </PageHeader>
      <FormulaForm
        key={`${held.id}:${taken}`}
        initial={formulaValues(held, working)}
        draft={{ fresh: false, version: held.draft ? working.version : null }}
        readOnly={!can("pricing.manage")}
        onSaved={setHeld}
        reload={takeNewest}
        side={(dirty) => (
          <>
            <PublishSection formula={held} working={working} dirty={dirty} onChanged={setHeld} onRefused={takeNewest} />
            <EffectSection working={working} dirty={dirty} />
            <VersionsSection formula={held} working={working} onChanged={setHeld} />
          </>
        )}
      />
    </>
  );
}
