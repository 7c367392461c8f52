namespace StravaTools.FakeStrava.Admin;

/// <summary>The outcomes that a test can select.</summary>
internal enum UploadChangeOutcome
{
    /// <summary>Processing ends now, as the file requires: with an activity or an error.</summary>
    Ready,

    /// <summary>Processing ends now, with an error.</summary>
    Error,

    /// <summary>Processing continues until a test ends it.</summary>
    Hold,
}
