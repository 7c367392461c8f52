using System.Globalization;
using System.Net;

namespace StravaTools.FakeStrava.Processing;

/// <summary>
/// What Strava says of uploads: strava-uploads.md, "Check Upload Status", and the errors recorded in field-notes.md, 3.1.
/// </summary>
internal static class UploadTexts
{
    public const string Processing = "Your activity is still being processed.";
    public const string Ready = "Your activity is ready.";
    public const string Failed = "There was an error processing your activity.";
    public const string Deleted = "The created activity has been deleted.";

    public const string Malformed = "The upload appears to be malformed and we are unable to process it";
    public const string TimeMissing = "Time information is missing from file.";
    public const string UnrecognisedType = "Unrecognised file type";

    public const string Empty =
        """The file is empty, <a href="https://strava.zendesk.com/entries/21823834-Uploading-Empty-Files" target="_blank">More Information</a>.""";

    public static string Duplicate(DuplicateText form, string externalId, long activityId, string title)
    {
        var id = activityId.ToString(CultureInfo.InvariantCulture);
        return form == DuplicateText.Plain
            ? $"{externalId} duplicate of activity {id}"
            : $"{externalId} duplicate of <a href='/activities/{id}' target='_blank'>{WebUtility.HtmlEncode(title)}</a>";
    }
}
