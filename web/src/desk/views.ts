// The views that there are, and what they are called.
import type { Address, ViewName } from "./address";
import { channels } from "./channels";
import { compare, course } from "./courses";
import { coverage } from "./coverage";
import { episode } from "./episode";
import { morning } from "./morning";
import { myData } from "./my_data";
import { notes } from "./notes";
import type { View } from "./view";
import { week } from "./week";
import { t } from "./words";

const views = {
  morning,
  course,
  compare,
  channels,
  week,
  coverage,
  notes,
  "my-data": myData,
  episode,
} as Record<ViewName, View<unknown>>;

export function viewTitle(name: ViewName): string {
  return {
    morning: t("Overview"),
    course: t("Over time"),
    compare: t("Compare"),
    channels: t("Channels"),
    week: t("Hours of the week"),
    coverage: t("Coverage"),
    notes: t("Notes"),
    "my-data": t("My data"),
    episode: t("Overview"),
  }[name];
}

export function viewOf({ view }: Address): View<unknown> | null {
  return view ? views[view] : null;
}
