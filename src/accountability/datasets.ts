export const datasets: never[] = [];
