"""Mutation testing of `aftale_builder/rules/`: small faults put into the rules, to see whether the tests find them."""
