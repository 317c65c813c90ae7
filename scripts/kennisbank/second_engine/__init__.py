"""The site becomes a folder of Markdown files and settings that another engine builds."""
