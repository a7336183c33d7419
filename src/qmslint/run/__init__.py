"""The conductor: plan, discover, inspect, cache, pool, check. The only place that hands wings to each other."""
