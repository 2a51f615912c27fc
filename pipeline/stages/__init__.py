"""The steps of the flow, one verb each. No step imports another: `build` alone knows their order."""
