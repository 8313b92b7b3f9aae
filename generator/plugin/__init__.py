"""The edge that MkDocs calls: its theme renders the layouts, everything else is ours."""
