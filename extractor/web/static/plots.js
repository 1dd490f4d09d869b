// Draws every [data-plot] with ECharts. The table beside each plot says the same without scripts.
"use strict";

const language = document.documentElement.lang === "vi" ? "vi-VN" : "en-GB";
const short = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function common(element) {
  const text = { color: colour("muted"), fontFamily: "inherit", fontSize: 12 };
  return {
    animation: false,
    aria: { enabled: true, label: { description: element.getAttribute("aria-label") || "" } },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      renderMode: "richText", confine: true, backgroundColor: colour("surface"), borderColor: colour("line"),
      textStyle: { color: colour("ink"), fontSize: 13 },
    },
    yAxis: {
      type: "value", axisLabel: { ...text, formatter: (value) => short.format(value) },
      splitLine: { lineStyle: { color: colour("line") } },
    },
    xAxis: { axisLabel: { ...text, hideOverlap: true }, axisLine: { lineStyle: { color: colour("line") } }, axisTick: { show: false } },
  };
}

// Above its point; in its bar where another value stands above it, and beside the line where it is that value.
function placed(point, form) {
  if (!point.best) return { position: "right" };
  return form === "bars" && point.doubted ? { position: "inside", color: colour("surface") } : { position: "top" };
}

// One line, or one bar a time; of several values of one time those that contradict more stand beside it in red.
function timeline(data, element) {
  const drawn = data.points.map((point) => ({
    value: [point.at, point.value],
    point,
    symbol: point.doubted ? "diamond" : "circle",
    symbolSize: point.doubted ? 14 : 9,
    itemStyle: point.doubted ? { color: colour("bad"), borderColor: colour("surface"), borderWidth: 1 } : {},
    label: { show: data.points.length <= 12 || point.doubted, formatter: point.label, ...placed(point, data.form) },
  }));
  const base = common(element);
  const shared = {
    cursor: "pointer", color: colour("counts-line"), labelLayout: { hideOverlap: true },
    label: { color: colour("ink"), fontSize: 12, distance: 6 },
  };
  const years = data.points.map((point) => Number(point.at.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    ...base,
    xAxis: {
      ...base.xAxis, type: "time", min: `${first}-01-01`, max: `${last + 1}-01-01`,
      minInterval: last - first > 1 ? 365 * 24 * 3600 * 1000 : undefined,
      axisLabel: { ...base.xAxis.axisLabel, formatter: last - first > 1 ? "{yyyy}" : "{MM}/{yyyy}" },
    },
    yAxis: { ...base.yAxis, scale: data.percent },
    tooltip: {
      ...base.tooltip, trigger: "item",
      formatter: ({ data: { point } }) =>
        `${point.when}: ${point.label}\n${point.source}${point.voices > 1 ? ` (+${point.voices - 1})` : ""}`,
    },
    series: [
      { ...shared, type: data.form === "bars" ? "bar" : "line", data: drawn.filter((one) => one.point.best), barMaxWidth: 22, barMinWidth: 6, lineStyle: { width: 2 } },
      { ...shared, type: "scatter", data: drawn.filter((one) => !one.point.best) },
    ],
  };
}

function months(data, element) {
  const base = common(element);
  return {
    ...base,
    xAxis: { ...base.xAxis, type: "category", data: data.points.map((one) => one.when) },
    yAxis: { ...base.yAxis, minInterval: 1 },
    tooltip: { ...base.tooltip, trigger: "axis", axisPointer: { type: "shadow" }, formatter: ([one]) => `${one.name}: ${one.value}` },
    series: [{ type: "bar", data: data.points.map((one) => one.value), color: colour("counts-line"), barMaxWidth: 22 }],
  };
}

function draw(element) {
  const data = JSON.parse(element.dataset.plot);
  const chart = echarts.getInstanceByDom(element) || echarts.init(element, null, { renderer: "canvas" });
  chart.setOption((data.form === "months" ? months : timeline)(data, element), true);
  chart.off("click");
  chart.on("click", ({ data: clicked }) => {
    if (clicked && clicked.point && clicked.point.address) location.assign(clicked.point.address);
  });
  element.classList.add("drawn");
  return chart;
}

for (const element of document.querySelectorAll("[data-plot]")) {
  const chart = draw(element);
  new ResizeObserver(() => chart.resize()).observe(element);
  for (const query of ["(prefers-color-scheme: dark)", "print"]) {
    matchMedia(query).addEventListener("change", () => draw(element));
  }
}
