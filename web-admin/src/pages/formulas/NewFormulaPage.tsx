import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { FormulaForm } from "./FormulaForm";
import { emptyFormula } from "./formula-schema";

const route = getRouteApi("/signedIn/pricing/formulas/new");

/** A new formula begins as a draft; products can use it once a version is published. */
export function NewFormulaPage() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title={t`新建公式`} back="/pricing/formulas" />
      <FormulaForm
        initial={emptyFormula}
        draft={{ fresh: true, version: null }}
        readOnly={false}
        onSaved={({ code }) =>
          void navigate({ to: "/pricing/formulas/$code", params: { code }, replace: true, ignoreBlocker: true })
        }
      />
    </>
  );
}
