// Draws every [data-plot] with ECharts. The table beside each plot says the same without scripts.
"use strict";

const language = document.documentElement.lang === "vi" ? "vi-VN" : "en-GB";
const short = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

// A day that is only known as a month or a year stands in its middle.
function middle(day) {
  return day.length === 4 ? `${day}-07-01` : day.length === 7 ? `${day}-15` : day;
}

function written(day) {
  return day.split("-").reverse().join("/");
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

// One line through what was said of each day; where articles contradict each other, both stand out in red.
function timeline(data, element) {
  const points = data.points.map((point) => ({
    value: [middle(point.day), point.value],
    point,
    symbol: point.doubted ? "diamond" : "circle",
    symbolSize: point.doubted ? 14 : 9,
    itemStyle: point.doubted ? { color: colour("bad"), borderColor: colour("surface"), borderWidth: 1 } : {},
    label: { show: data.points.length <= 12 || point.doubted, formatter: point.label },
  }));
  const base = common(element);
  const series = {
    type: data.form === "bars" ? "bar" : "line",
    data: points, barMaxWidth: 22, barMinWidth: 6, cursor: "pointer",
    color: colour("counts-line"), lineStyle: { width: 2 },
    label: { position: "top", color: colour("ink"), fontSize: 12, distance: 6 },
    labelLayout: { hideOverlap: true },
  };
  const years = points.map((one) => Number(one.value[0].slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    ...base,
    xAxis: {
      ...base.xAxis, type: "time", min: `${first}-01-01`, max: `${last + 1}-01-01`,
      minInterval: last - first > 1 ? 365 * 24 * 3600 * 1000 : undefined,
      axisLabel: { ...base.xAxis.axisLabel, formatter: last - first > 1 ? "{yyyy}" : "{MM}/{yyyy}" },
    },
    yAxis: { ...base.yAxis, scale: data.form !== "bars" && data.percent },
    tooltip: {
      ...base.tooltip, trigger: "item",
      formatter: ({ data: { point } }) =>
        `${written(point.day)}: ${point.label}\n${point.source}${point.voices > 1 ? ` (+${point.voices - 1})` : ""}`,
    },
    series: [series],
  };
}

function months(data, element) {
  const base = common(element);
  return {
    ...base,
    xAxis: { ...base.xAxis, type: "category", data: data.points.map((one) => written(one.day)) },
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
