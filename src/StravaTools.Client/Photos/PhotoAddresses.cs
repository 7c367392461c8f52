using StravaTools.Http.Errors;

namespace StravaTools.Client.Photos;

/// <summary>The photo addresses that Strava provides with an upload or a new activity of a partner application.</summary>
public static class PhotoAddresses
{
    /// <summary>The error of a photo for which there is no address.</summary>
    /// <param name="activity">The name of the file or activity.</param>
    /// <param name="count">How many addresses Strava provided.</param>
    public static ApiException Missing(string activity, int count)
    {
        if (count == 0)
        {
            return new StravaException(StravaErrors.PhotoNotSupported, activity);
        }

        return new StravaException(StravaErrors.PhotoAddressMissing, activity, count);
    }
}
