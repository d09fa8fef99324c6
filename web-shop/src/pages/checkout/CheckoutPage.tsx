import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { dayOf } from "@kaidan/web-kit/format/days";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { configure, priceVariables } from "../../features/configure/configuration";
import { obstacleOf } from "../../features/configure/obstacle";
import { PlanCard } from "../../features/configure/PlanCard";
import { ActionBar } from "../../features/frame/ActionBar";
import { Columns } from "../../features/frame/Columns";
import type { CheckoutPageQuery } from "../../gql/graphql";
import css from "./CheckoutPage.module.css";
import { CheckoutPrice, SubmitButton, TotalNow } from "./CheckoutPrice";
import { ContactFields } from "./ContactFields";
import { CouponField } from "./CouponField";
import { DayField } from "./DayField";
import { OrderedProduct } from "./OrderedProduct";
import { useCouponPrice } from "./useCouponPrice";
import { usePlaceOrder } from "./usePlaceOrder";
import { useWantedDays } from "./useWantedDays";

const route = getRouteApi("/shop/checkout");
const SignInSheet = lazy(async () => ({ default: (await import("./SignInSheet")).SignInSheet }));
const PriceChangedSheet = lazy(async () => ({ default: (await import("./PriceChangedSheet")).PriceChangedSheet }));

/** From wishes to an order: who and where, for which price, paid when. */
export function CheckoutPage() {
  const { data } = usePageQuery(route.useLoaderData());
  if (!data.product) return <NotFoundState home="/" />;
  return <Checkout product={data.product} />;
}

function Checkout({ product }: { product: NonNullable<CheckoutPageQuery["product"]> }) {
  const { t, i18n } = useLingui();
  const { product: slug, ...search } = route.useSearch();
  const { me } = useMe();
  const [asking, setAsking] = useState(false);
  const configuration = configure(product, search);
  const wishes = priceVariables(product, configuration);
  const coupon = useCouponPrice(wishes);
  const { quote } = coupon;
  const days = useWantedDays(wishes, dayOf(useNow()));
  const placing = usePlaceOrder({
    slug,
    wishes: coupon.wishes,
    price: quote.price,
    dated: days.dated,
    onDayGone: days.retry,
  });
  const region = product.regions.find(({ code }) => code === configuration.regionCode);
  const obstacle = obstacleOf(i18n, product, configuration, quote);
  const button = <SubmitButton ready={Boolean(quote.price) && !obstacle} busy={placing.busy} signedIn={Boolean(me)} />;

  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          if (me) return placing.submit(event);
          event.preventDefault();
          void placing.check().then((complete) => setAsking(complete));
        }}
      >
        <PageHeader title={t`确认订单`} />
        <Columns
          side={
            <CheckoutPrice product={product} quote={quote} price={placing.price} action={button}>
              <CouponField coupon={coupon} />
            </CheckoutPrice>
          }
        >
          {obstacle && (
            <Alert color="red" role="alert">
              {obstacle.words}
            </Alert>
          )}
          {placing.alert && (
            <Alert color="red" role="alert">
              {placing.alert}
            </Alert>
          )}
          <OrderedProduct product={product} configuration={configuration} search={search} />
          <DayField
            wanted={days}
            value={placing.form.watch("serviceOn")}
            onChange={placing.chooseDay}
            error={placing.dayError}
          />
          <ContactFields form={placing.form} regionName={region?.name ?? ""} signedIn={Boolean(me)} />
          {placing.price && <PlanCard price={placing.price} contract={product.contractRequired} />}
        </Columns>
        <ActionBar>
          <div className={css.barTotal}>
            <TotalNow quote={quote} price={placing.price} />
          </div>
          {button}
        </ActionBar>
      </form>
      <Suspense>
        {asking && <SignInSheet onClose={() => setAsking(false)} />}
        {placing.changed && placing.price && (
          <PriceChangedSheet
            before={placing.price}
            now={placing.changed}
            onAccept={placing.acceptChange}
            onClose={() => {
              placing.refuseChange();
              quote.retry();
            }}
          />
        )}
      </Suspense>
    </>
  );
}
