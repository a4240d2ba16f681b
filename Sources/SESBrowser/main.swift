print("ses-browser")
